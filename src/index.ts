// SPFx's compiler wants a file at the root of src; the entries are in config/config.json.
