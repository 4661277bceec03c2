package org.diestra.work.contracts;

import java.time.Instant;
import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did for a contract, as it shows beside the hours: a bean of a module in which work
 * leaves a trace. Only what was done on purpose, such as a delivery or a version of a file; never
 * what a screen or a keyboard shows.
 */
public interface WorkTrace {
  /** Traces of one kind that a page shows at most. */
  int MOST = 200;

  /**
   * What that person did from an instant on and before another, the first first; at most {@value
   * #MOST}, found in as many statements however much there is.
   */
  List<Trace> of(ContractId contract, PersonId person, Instant from, Instant to);

  /**
   * One thing that was done.
   *
   * @param key the message that says what, a word or a few; its arguments in order
   * @param href where it can be seen, or null
   */
  record Trace(Instant at, String key, List<Object> args, @Nullable String href) {
    public Trace {
      args = List.copyOf(args);
    }
  }
}
