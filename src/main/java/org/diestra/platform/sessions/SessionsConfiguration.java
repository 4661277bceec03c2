package org.diestra.platform.sessions;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.diestra.platform.accounts.SettingsEntry;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {
  /** An error's page is dispatched again, with filters of its own turn. */
  @Bean
  static FilterRegistrationBean<SessionMemo> sessionMemo() {
    var memo = new FilterRegistrationBean<>(new SessionMemo());
    memo.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
    memo.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
    return memo;
  }

  /** By this name the framework asks for it; nobody else is to get it. */
  @Bean(defaultCandidate = false)
  static TransactionOperations springSessionTransactionOperations(
      PlatformTransactionManager transactions) {
    return new SessionTransactions(transactions);
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
