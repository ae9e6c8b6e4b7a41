from django.apps import AppConfig


class StaffFrameConfig(AppConfig):
    name = "staff"
