package org.diestra.office.dues;

import java.util.List;
import java.util.Map;
import org.diestra.office.dues.SettlementStore.Settlement;
import org.diestra.platform.accounts.PersonId;

/** What was paid of a paper, for its page: {@code dues/_payments.jte} shows it. */
public final class Course {
  private final Standing standing;
  private final List<Settlement> payments;
  private final Map<PersonId, String> names;

  Course(Standing standing, List<Settlement> payments, Map<PersonId, String> names) {
    this.standing = standing;
    this.payments = List.copyOf(payments);
    this.names = Map.copyOf(names);
  }

  public Standing standing() {
    return standing;
  }

  List<Settlement> payments() {
    return payments;
  }

  Map<PersonId, String> names() {
    return names;
  }

  /** Where it is paid, and its payments are taken back. */
  String href() {
    return "/w/" + standing.due().workspace() + "/books/dues/" + standing.due().id();
  }
}
