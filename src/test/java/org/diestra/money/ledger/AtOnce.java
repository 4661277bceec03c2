package org.diestra.money.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do the same at the same time. */
public final class AtOnce {
  private AtOnce() {}

  /** What each of them got. */
  public static <T> List<T> of(int times, Callable<T> what) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var found = new ArrayList<T>();
      for (Future<T> answer : threads.invokeAll(Collections.nCopies(times, what))) {
        found.add(answer.get());
      }
      return found;
    }
  }
}
