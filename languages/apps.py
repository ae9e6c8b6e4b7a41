from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "languages"

    def ready(self):
        # modeltranslation, first among the apps, has registered the models of all of them by now.
        from languages.translated import show_polish_where_outdated

        show_polish_where_outdated()
