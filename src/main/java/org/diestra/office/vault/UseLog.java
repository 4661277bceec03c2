package org.diestra.office.vault;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.diestra.office.vault.Use.What;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what was done with a secret, for the client and for the house. */
@Component
class UseLog {
  private final UseStore uses;
  private final Audit audit;
  private final Clock clock;

  UseLog(UseStore uses, Audit audit, Clock clock) {
    this.uses = uses;
    this.audit = audit;
    this.clock = clock;
  }

  /** In the transaction of what is done, so that neither is there without the other. */
  void write(Pass pass, Item item, What what, @Nullable Field field) {
    write(pass, item, what, field, List.of());
  }

  /** It was changed, in those parts. */
  void changed(Pass pass, Item item, List<String> parts) {
    write(pass, item, What.CHANGED, null, parts);
  }

  private void write(Pass pass, Item item, What what, @Nullable Field field, List<String> changed) {
    var person = pass.viewer().id();
    var now = clock.instant();
    uses.add(item.workspace(), new Use(Ids.fresh(), item.id(), person, what, field, changed, now));
    var deed =
        Deed.of("vault", what.name().toLowerCase(Locale.ROOT))
            .by(person.value())
            .on("item", item.id().value())
            .onBehalfOf(pass.workspace().organisation().value());
    if (!changed.isEmpty()) {
      deed = deed.with("parts", String.join(" ", changed));
    }
    audit.record(field == null ? deed : deed.with("field", field.slug()));
  }
}
