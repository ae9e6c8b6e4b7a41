"""The assembly: settings, addresses, home, search, content files, health."""
