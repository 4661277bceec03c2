package org.diestra.hiring.watches;

import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.diestra.platform.page.Formats;

/**
 * A page whose searches can be kept: a bean of the module that owns it. The page shows the button
 * by {@code @template.hiring.watches.keep(kind = …, query = …)}.
 */
public interface Watched {
  /** Names it in the database and in the form, for ever: {@code assistants}. */
  String kind();

  /** Where its searches are shown: {@code /assistants}. */
  String path();

  /** An icon of the house's set. */
  String icon();

  /**
   * The same search as the page itself would write it into its address, without a page and an
   * order, so that saving it twice is saving it once. Empty where it asks for nothing.
   *
   * @param query what stood behind the question mark, at most 2,000 characters of anything
   * @param zone whose clock counts where the search names none
   */
  String tidied(String query, ZoneId zone);

  /** In few words, for a list: "Bookkeeping, up to €12.00 an hour". */
  String described(String query, ZoneId zone, Formats words);

  /** How many fit that were published after that instant; empty while nobody can tell. */
  OptionalInt fresh(String query, ZoneId zone, Instant since);
}
