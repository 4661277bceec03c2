package org.diestra.platform.sessions;

import java.util.List;
import org.diestra.platform.accounts.SettingsEntry;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {
  /** By this name the framework asks for it; nobody else is to get it. */
  @Bean(defaultCandidate = false)
  static TransactionOperations springSessionTransactionOperations(
      PlatformTransactionManager transactions) {
    return new SessionReading(transactions);
  }

  /** The repository of the framework's own configuration, held. */
  @Bean
  static BeanPostProcessor heldSessions() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JdbcIndexedSessionRepository kept ? new HeldSessions<>(kept) : bean;
      }
    };
  }

  @Bean
  static SettingsEntry securitySettings() {
    return new SettingsEntry("/settings/security", "sessions.security.tab", 30, viewer -> true);
  }

  @Bean
  static Trail sessionTrail() {
    return new Trail(
        "sessions",
        "sessions.activity.",
        List.of("begin", "prove", "end", "end-others", "end-all"));
  }
}
