package org.diestra.platform.rooms;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a browser says to the house; anything may be in it.
 *
 * @param type join, admit, refuse, signal, leave or ping
 * @param who whom it is for
 * @param instance of the page: up to 40 letters and digits
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Heard(
    @Nullable String type,
    @Nullable String token,
    @Nullable String instance,
    @Nullable String who,
    @Nullable JsonNode data) {

  String kind() {
    return type == null ? "" : type;
  }

  String page() {
    return instance != null && instance.matches("[0-9A-Za-z-]{1,40}") ? instance : "";
  }
}
