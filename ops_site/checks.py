"""Start-up checks of this installation; each message names the cure."""
