package org.diestra.hiring.jobs;

import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;

/** New ceilings for the units that the job pays already. */
record CeilingForm(@Nullable String hourly, @Nullable String perTask) {
  static CeilingForm of(Pay pay) {
    return new CeilingForm(typed(pay.hourly()), typed(pay.perTask()));
  }

  /** Null where there are problems. */
  @Nullable Pay read(Pay before, Problems problems) {
    var currency = before.currency();
    var hour =
        before.hourly() == null
            ? null
            : ConditionsReading.ceiling("hourly", hourly, currency, problems);
    var task =
        before.perTask() == null
            ? null
            : ConditionsReading.ceiling("perTask", perTask, currency, problems);
    return problems.any() ? null : new Pay(hour, task);
  }

  private static @Nullable String typed(@Nullable Money money) {
    return money == null ? null : money.amount().toPlainString();
  }
}
