package org.diestra.work.tasks;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's rules for tasks.
 *
 * @param microEuros up to which price, in whole euros or as much in another currency, a task is so
 *     small that it is looked at sooner
 * @param microDays calendar days to look at one of these
 */
@ConfigurationProperties("diestra.tasks")
record TaskRules(@DefaultValue("20") int microEuros, @DefaultValue("3") int microDays) {
  TaskRules {
    if (microEuros < 0 || microDays < 1 || microDays > 30) {
      throw new IllegalArgumentException(
          "diestra.tasks: micro-euros from 0, micro-days from 1 to 30");
    }
  }
}
