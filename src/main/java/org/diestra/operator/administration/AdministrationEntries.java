package org.diestra.operator.administration;

import java.util.Set;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.HomePanel;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.NavEntry;
import org.diestra.platform.page.OperatorEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdministrationEntries {
  @Bean
  static NavEntry deskOfOperators() {
    return new NavEntry(
        "/operator", "administration.nav", "key-round", 90, Set.of(Audience.OPERATOR));
  }

  @Bean
  static HomePanel queuesPanel() {
    return new HomePanel("/operator/waiting", "administration.queues.home", 20, Viewer::operator);
  }

  @Bean
  static OperatorEntry deskEntry() {
    return new OperatorEntry("/operator", "administration.desk.nav", "gauge", 10);
  }

  @Bean
  static OperatorEntry peopleEntry() {
    return new OperatorEntry("/operator/people", "administration.people.nav", "users", 20);
  }

  @Bean
  static OperatorEntry auditEntry() {
    return new OperatorEntry("/operator/audit", "administration.audit.nav", "scroll-text", 30);
  }
}
