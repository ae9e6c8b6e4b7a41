"""Addresses of what help there is, for all offices and at one."""

from django.urls import path

from services import views

app_name = "services"
urlpatterns = [
    path("sprawy/<slug:service_slug>/", views.service, name="service"),
    path("sytuacje/<slug:situation_slug>/", views.situation, name="situation"),
    path("<slug:office_slug>/sprawy/", views.matters, name="matters"),
    path("<slug:office_slug>/sprawy/<slug:service_slug>/", views.offering, name="offering"),
    path("<slug:office_slug>/sytuacje/<slug:situation_slug>/", views.office_situation, name="office_situation"),
]
