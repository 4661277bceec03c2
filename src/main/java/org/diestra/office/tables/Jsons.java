package org.diestra.office.tables;

import java.util.Map;
import java.util.TreeMap;
import org.diestra.office.fields.Settings;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How cells and settings of fields stand in the database. */
@Component
class Jsons {
  private static final TypeReference<TreeMap<Integer, String>> CELLS = new TypeReference<>() {};
  private final JsonMapper json;

  Jsons(JsonMapper json) {
    this.json = json;
  }

  String cells(Map<Integer, String> cells) {
    return json.writeValueAsString(cells);
  }

  Map<Integer, String> cells(String text) {
    return json.readValue(text, CELLS);
  }

  String settings(Settings settings) {
    return json.writeValueAsString(settings);
  }

  Settings settings(String text) {
    return json.readValue(text, Settings.class);
  }
}
