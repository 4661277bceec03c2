package org.diestra.hiring.interviews;

import org.diestra.platform.home.HomePanel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InterviewEntries {
  @Bean
  HomePanel interviewsPanel() {
    return new HomePanel(
        "/interviews/panel",
        "interviews.list",
        40,
        viewer -> viewer.assistant() || !viewer.hiring().isEmpty());
  }
}
