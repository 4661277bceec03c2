package org.diestra.platform.sessions;

import java.util.List;

/**
 * Which of a module's deeds on a person are told on {@code /settings/security}: a bean of that
 * module.
 *
 * @param module its id, as {@code Deed} has it
 * @param words the beginning of the message that tells each; the action follows
 */
public record Trail(String module, String words, List<String> actions) {
  public Trail {
    actions = List.copyOf(actions);
  }
}
