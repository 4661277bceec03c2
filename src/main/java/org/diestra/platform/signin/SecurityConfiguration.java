package org.diestra.platform.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Spring Security keeps the session's person and checks the CSRF token of everything that changes
 * something, but for what mail programs, other houses' hooks, guests of booking pages and test
 * drivers send without a session. Who may see what is the doorman's, who knows each handler; the
 * headers are the page's.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** Each filter and each decision would be timed by itself, which costs more than they do. */
  @Bean
  static SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain doors(HttpSecurity http) {
    return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .csrf(csrf ->
            csrf.ignoringRequestMatchers(
                "/unsubscribe/*",
                "/hooks/*",
                "/_test/clock",
                "/book/**",
                "/appointments/**",
                "/meetings/**"))
        .headers(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .logout(out -> out.logoutUrl("/logout").logoutSuccessUrl("/"))
        .build();
  }
}
