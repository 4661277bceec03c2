package org.diestra.platform.timers;

import java.time.Clock;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * What earlier tests have set for some later day does not ring in this one. In a house that all
 * share, a test that lives through a month would stop at each of it, and take a minute.
 */
public final class OthersTimers implements TestExecutionListener {

  @Override
  public void beforeTestClass(TestContext test) {
    var house = test.getApplicationContext();
    house
        .getBean(JdbcClient.class)
        .sql(
            """
            delete from timers.task
            where task_name = :once and not picked and execution_time > :now
            """)
        .param("once", TimerStore.TIMER)
        .param("now", Row.at(house.getBean(Clock.class).instant()))
        .update();
  }
}
