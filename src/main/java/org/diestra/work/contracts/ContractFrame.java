package org.diestra.work.contracts;

import java.util.List;

/**
 * What stands around every page of a contract.
 *
 * @param entries the pages that other modules add, in order
 */
public record ContractFrame(Contract contract, List<ContractEntry> entries) {
  public ContractFrame {
    entries = List.copyOf(entries);
  }

  /** The address of one of its pages. */
  public String href(String path) {
    return "/contracts/" + contract.id() + "/" + path;
  }
}
