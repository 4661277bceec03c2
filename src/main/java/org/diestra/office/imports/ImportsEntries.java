package org.diestra.office.imports;

import java.time.LocalTime;
import java.time.ZoneOffset;
import org.diestra.office.tables.TableTab;
import org.diestra.platform.timers.Every;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportsEntries {
  private static final LocalTime NIGHT = LocalTime.of(4, 5);

  @Bean
  static TableTab importsTab() {
    return new TableTab("imports", "imports.tab", "file-up", 50);
  }

  @Bean
  static Timer importsWork(ObjectProvider<Work> work) {
    return new Timer(Imports.WORK, (key, due) -> work.getObject().ring(IntakeId.of(key)));
  }

  @Bean
  static Every importsNight(ObjectProvider<Imports> imports) {
    return Every.day("imports:night", NIGHT, ZoneOffset.UTC, () -> imports.getObject().forget());
  }
}
