package org.diestra.operator.administration;

import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** That an operator looked at what others may not see. */
@Component
class Looks {
  private final Audit audit;

  Looks(Audit audit) {
    this.audit = audit;
  }

  @Transactional
  public void at(String type, UUID thing, PersonId operator) {
    audit.record(Deed.of("administration", "read").by(operator.value()).on(type, thing));
  }
}
