package org.diestra.work.time;

import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.work.contracts.ContractId;

/** What hours can be written for: a bean of the module that has the tasks. */
public interface TimeSubjects {
  /** The tasks of a contract that this person may see, in the order in which they are offered. */
  List<Subject> of(Viewer viewer, ContractId contract);

  /**
   * @param open whether more hours can be written for it
   */
  record Subject(UUID id, String title, boolean open) {}
}
