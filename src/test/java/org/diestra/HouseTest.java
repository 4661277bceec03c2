package org.diestra;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.diestra.platform.timers.OthersTimers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test on the whole house: the real PostgreSQL, a real server on a free port (or MockMvc), a test
 * clock that can be moved forward. All such tests share one context, since each start takes
 * seconds: they make what they need with ids of their own and expect other rows beside theirs. So
 * no {@code @MockitoBean}, no {@code @TestPropertySource}, no {@code @DirtiesContext}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "diestra.database.durable=false",
      "diestra.test-clock=true",
      "diestra.metrics-token=test-metrics-token",
      "diestra.fetch-networks=127.0.0.2/32", // where tests serve what lies outside
      "diestra.rates-url=", // nobody is asked; a test says whom
      "diestra.payouts.name=Diestra Test",
      "diestra.payouts.iban=ES9121000418450200051332",
      "diestra.payouts.town=Valencia",
      "diestra.payouts.country=ES",
      "spring.datasource.hikari.maximum-pool-size=8"
    })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestFolder.class)
@TestExecutionListeners(
    listeners = OthersTimers.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface HouseTest {}
