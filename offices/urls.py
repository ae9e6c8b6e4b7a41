"""Addresses of where and when. The project includes them last: the first word may be any office's."""

from django.urls import path

from offices import views

app_name = "offices"
urlpatterns = [
    path("pomoc-natychmiastowa/", views.help_now, name="help_now"),
    # A dull word: it stays in the browser's history.
    path("pomoc-natychmiastowa/prywatnosc/", views.traces, name="traces"),
    path("<slug:office_slug>/budynki/<slug:building_slug>/", views.building, name="building"),
    path("<slug:office_slug>/kontakt/", views.contact, name="contact"),
    path("<slug:office_slug>/wyjatki.ics", views.calendar_feed, name="calendar_feed"),
    path("<slug:office_slug>/komunikaty/", views.notices, name="notices"),
    path(
        "<slug:office_slug>/deklaracja-dostepnosci/", views.accessibility_declaration, name="accessibility_declaration"
    ),
    path("<slug:office_slug>/<slug:kind>/", views.page, name="page"),
]
