"""Addresses of what help there is, for all offices and at one."""

from django.urls import path

from services import views

app_name = "services"
urlpatterns = [
    path("sprawy/", views.all_matters, name="all_matters"),
    path("sprawy/<slug:service_slug>/", views.service, name="service"),
    path("krok-po-kroku/<slug:guide_slug>/", views.guide, name="guide"),
    path("sytuacje/<slug:situation_slug>/", views.situation, name="situation"),
    path("<slug:office_slug>/sprawy/", views.matters, name="matters"),
    path("<slug:office_slug>/sprawy/od-a-do-z/", views.office_letters, name="office_letters"),
    path("<slug:office_slug>/sprawy/<slug:service_slug>/", views.offering, name="offering"),
    path("<slug:office_slug>/krok-po-kroku/<slug:guide_slug>/", views.office_guide, name="office_guide"),
    path("<slug:office_slug>/sytuacje/<slug:situation_slug>/", views.office_situation, name="office_situation"),
]
