package org.diestra.platform.messaging;

import java.util.List;
import org.diestra.platform.messaging.MessageCheck.Remark;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What all rules together find in a message. */
@Component
class Checks {
  private final ObjectProvider<MessageCheck> all; // of modules that need us

  Checks(ObjectProvider<MessageCheck> all) {
    this.all = all;
  }

  List<Remark> of(Talk talk, String text) {
    return all.orderedStream()
        .flatMap(check -> check.check(talk.subjects(), talk.thing(), text).stream())
        .toList();
  }

  static boolean stop(List<Remark> remarks) {
    return remarks.stream().anyMatch(Remark::stops);
  }
}
