package org.diestra.hiring.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiltersTests {
  @Test
  void anAddressIsWrittenAlwaysTheSameWay() {
    var filters =
        Filters.of(
            "sort=newest&area=files&area=admin&q=caf%C3%A9+con+leche&from=12,50&currency=EUR");
    assertThat(filters.query())
        .isEqualTo(
            "q=caf%C3%A9+con+leche&area=admin&area=files&from=12%2C50&currency=EUR&sort=newest");
    assertThat(Filters.of(filters.query())).isEqualTo(filters);
  }

  @Test
  void whatIsNoFilterIsLeftOut() {
    var filters =
        Filters.of("area=nonsense&unit=week&sort=money&after=x&level=C1&zone=Mars/Base&<script>=1");
    assertThat(filters.area()).isEmpty();
    assertThat(filters.unit()).isEmpty();
    assertThat(filters.order()).isEqualTo(Order.FIT);
    assertThat(filters.any()).isFalse();
    assertThat(filters.href()).isEqualTo("/jobs");
  }

  @Test
  void aPlusAndAPercentSurvive() {
    var filters =
        Filters.of(
            "q=" + java.net.URLEncoder.encode("c++ 100%", java.nio.charset.StandardCharsets.UTF_8));
    assertThat(filters.q()).isEqualTo("c++ 100%");
    assertThat(Filters.of(filters.query()).q()).isEqualTo("c++ 100%");
  }

  @Test
  void theNextPageKeepsTheFilters() {
    assertThat(Filters.of("area=files").after("a b")).isEqualTo("/jobs?area=files&after=a+b");
    assertThat(Filters.of("").after("x")).isEqualTo("/jobs?after=x");
    assertThat(Filters.of("unit=hour&unit=task").unit()).isEqualTo(List.of("task", "hour"));
  }
}
