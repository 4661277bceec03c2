package org.diestra.platform.messaging;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;

/**
 * One kind of thing that people talk about, such as bids: a bean of the module that owns them. It
 * has the last word on who may read and write, each time.
 */
public interface ThreadSubjects {
  /** What such names look like. */
  Pattern NAME = Pattern.compile("[a-z]+:[a-z-]+");

  /** Begins with the module's id, {@code proposals:bid}. It is kept, and never changes. */
  String name();

  /** Those of the things that this viewer may see, in a fixed number of statements. */
  Map<UUID, Subject> of(Viewer viewer, Collection<UUID> things);

  /** Everybody who takes part in the talk about it, on both sides; nobody once it is gone. */
  Set<PersonId> people(UUID thing);

  /**
   * A thing, as one of those who talk about it sees it.
   *
   * @param title what it is called, in the viewer's language
   * @param href its page
   * @param open whether this viewer may write about it now
   * @param aliases what people are called whose names this viewer must not see yet
   */
  record Subject(String title, String href, boolean open, Map<PersonId, String> aliases) {
    public Subject {
      aliases = Map.copyOf(aliases);
    }

    public static Subject of(String title, String href) {
      return new Subject(title, href, true, Map.of());
    }
  }
}
