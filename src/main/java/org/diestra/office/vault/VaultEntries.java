package org.diestra.office.vault;

import java.time.LocalTime;
import java.time.ZoneOffset;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.timers.Every;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VaultEntries {
  static final String RESEAL = "vault:reseal";
  private static final LocalTime NIGHT = LocalTime.of(3, 20);

  @Bean
  static RoomEntry vaultRoom() {
    return RoomEntry.shared("vault", "vault.nav", "key-round", 40, Level.WORKING);
  }

  @Bean
  static Timer vaultReseal(ObjectProvider<Rekeying> rekeying) {
    return new Timer(RESEAL, (key, due) -> rekeying.getObject().reseal(WorkspaceId.of(key)));
  }

  @Bean
  static Every vaultNight(ObjectProvider<Removals> removals, ObjectProvider<Rekeying> rekeying) {
    return Every.day(
        "vault:night",
        NIGHT,
        ZoneOffset.UTC,
        () -> {
          removals.getObject().forget();
          rekeying.getObject().resealAll();
        });
  }

  @Bean
  static NoticeKind vaultLeft() {
    return NoticeKind.mailed(VaultNotices.LEFT, Topic.OFFICE, "vault.kind.left", "key-round")
        .only(Audience.HIRING);
  }
}
