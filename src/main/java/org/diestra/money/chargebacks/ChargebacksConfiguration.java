package org.diestra.money.chargebacks;

import java.time.Duration;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.timers.Every;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChargebacksConfiguration {
  @Bean
  static Timer chargebackBook(ObjectProvider<Cases> cases) {
    return new Timer(Cases.BOOK, (key, due) -> cases.getObject().goOn(Ids.require(key)));
  }

  @Bean
  static Every openChargebacks(ObjectProvider<Cases> cases) {
    return Every.interval("chargebacks:open", Duration.ofHours(1), () -> cases.getObject().sweep());
  }

  @Bean
  static OperatorEntry chargebacksEntry(
      ObjectProvider<ChargebackStore> store, ObjectProvider<HouseRights> house) {
    return new OperatorEntry(
        ChargebacksController.PAGE,
        "chargebacks.nav",
        "undo-2",
        78,
        () -> house.getObject().call(store.getObject()::waiting));
  }

  @Bean
  static NoticeKind chargebackKind() {
    return NoticeKind.mailed(
        ChargebackNotices.TAKEN, Topic.MONEY, "chargebacks.kind.taken", "undo-2");
  }
}
