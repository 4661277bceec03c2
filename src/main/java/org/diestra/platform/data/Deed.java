package org.diestra.platform.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done, for the record: {@code Deed.of("jobs", "close").on("job", id)
 * .moved("OPEN", "CLOSED").by(person)}. Secrets and free text of people do not belong in it.
 *
 * @param person who did it, or null for the caller, which may be the house itself
 * @param onBehalfOf for whom: an organisation, or the person an operator acted for
 * @param module the id of the module
 * @param action a word in lower case, the same for each such deed
 * @param subjectType what kind of thing it was done to
 * @param details what else will be asked one day; values are texts, numbers and booleans
 */
public record Deed(
    @Nullable UUID person,
    @Nullable UUID onBehalfOf,
    String module,
    String action,
    @Nullable String subjectType,
    @Nullable UUID subject,
    @Nullable String from,
    @Nullable String to,
    Map<String, Object> details) {

  public Deed {
    details = Map.copyOf(details);
    if ((subjectType == null) != (subject == null)) {
      throw new IllegalArgumentException("a subject has a type and an id");
    }
  }

  public static Deed of(String module, String action) {
    return new Deed(null, null, module, action, null, null, null, null, Map.of());
  }

  public Deed by(@Nullable UUID who) {
    return new Deed(who, onBehalfOf, module, action, subjectType, subject, from, to, details);
  }

  public Deed onBehalfOf(UUID whom) {
    return new Deed(person, whom, module, action, subjectType, subject, from, to, details);
  }

  public Deed on(String type, UUID id) {
    return new Deed(person, onBehalfOf, module, action, type, id, from, to, details);
  }

  /** From one state to another; the first is null for a thing that is new. */
  public Deed moved(@Nullable String before, @Nullable String after) {
    return new Deed(
        person, onBehalfOf, module, action, subjectType, subject, before, after, details);
  }

  public Deed with(String name, Object value) {
    var more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new Deed(person, onBehalfOf, module, action, subjectType, subject, from, to, more);
  }
}
