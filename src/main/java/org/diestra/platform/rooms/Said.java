package org.diestra.platform.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the house says to a browser.
 *
 * @param who a person's name in signalling: the same in a room for ever, and nowhere else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Said(
    String type,
    @Nullable String who,
    @Nullable String name,
    @Nullable Person person,
    @Nullable List<Person> people,
    @Nullable JsonNode data,
    @Nullable String why) {

  /**
   * Somebody in the room.
   *
   * @param instance of the page that is open there; another one means a new beginning
   * @param polite whether the reader yields to this person when both make an offer at once
   */
  record Person(String who, String name, boolean host, String instance, boolean polite) {}

  static Said plain(String type) {
    return new Said(type, null, null, null, null, null, null);
  }

  static Said of(String type, String who) {
    return new Said(type, who, null, null, null, null, null);
  }

  static Said knock(String who, String name) {
    return new Said("knock", who, name, null, null, null, null);
  }

  static Said welcome(String who, List<Person> people) {
    return new Said("welcome", who, null, null, people, null, null);
  }

  static Said came(Person person) {
    return new Said("came", null, null, person, null, null, null);
  }

  static Said signal(String from, JsonNode data) {
    return new Said("signal", from, null, null, null, data, null);
  }

  static Said refused(String why) {
    return new Said("refused", null, null, null, null, null, why);
  }
}
