package org.diestra.work.contracts;

import java.util.Collection;
import java.util.Map;

/** Where contracts stand: told by the module that lets them run. */
public interface ContractStages {
  /** One for each contract of these, in one statement. */
  Map<ContractId, Stage> of(Collection<ContractId> contracts);

  /**
   * Where one stands.
   *
   * @param key its name, in every language
   * @param tone of its badge: good, wait, stop, or empty
   */
  record Stage(String key, String tone) {}
}
