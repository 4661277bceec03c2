package org.diestra.hiring.interviews;

import org.diestra.platform.timers.Timer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InterviewTimers {
  @Bean
  Timer interviewAnswer(Course course) {
    return new Timer(Deadlines.ANSWER, (key, due) -> course.expire(InterviewId.of(key), due));
  }

  @Bean
  Timer interviewAbsence(Course course) {
    return new Timer(Deadlines.ABSENCE, (key, due) -> course.missed(InterviewId.of(key), due));
  }

  @Bean
  Timer interviewEnd(Course course) {
    return new Timer(Deadlines.END, (key, due) -> course.end(InterviewId.of(key), due));
  }

  @Bean
  Timer interviewReminder(Course course) {
    return new Timer(Deadlines.REMINDER, (key, due) -> course.remind(InterviewId.of(key)));
  }
}
