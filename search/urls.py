"""Addresses of the search, everywhere and at one office."""

from django.urls import path

from search import views

app_name = "search"
urlpatterns = [
    path("szukaj/", views.search, name="everywhere"),
    path("szukaj/podpowiedzi/", views.suggest, name="suggest"),
    path("<slug:office_slug>/szukaj/", views.search, name="office"),
    path("<slug:office_slug>/szukaj/podpowiedzi/", views.suggest, name="office_suggest"),
]
