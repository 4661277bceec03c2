package org.diestra.hiring.assistants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Fluency.Level;
import org.diestra.platform.base.Money;
import org.diestra.platform.search.Criteria.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

class WantedTests {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  @Test
  void anAddressSaysWhoIsWanted() {
    var wanted =
        read(
            "q=hojas&area=bookkeeping&area=data-entry&language=es&level=C1&max=12,50&shared=10"
                + "&from=9&to=14&zone=Europe/London&years=3&free=15&rating=4&sort=rate");
    assertThat(wanted.words()).isEqualTo("hojas");
    assertThat(wanted.areas()).containsExactly(Area.BOOKKEEPING, Area.DATA_ENTRY);
    assertThat(wanted.fluency()).isEqualTo(new Fluency("es", Level.C1));
    assertThat(wanted.most()).isEqualTo(Money.of(1250, "EUR"));
    assertThat(wanted.week().size()).isEqualTo(25);
    assertThat(wanted.zone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(wanted.sort()).isEqualTo(Sort.LOWEST_RATE);
    assertThat(read(wanted.query())).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "q=", "area=gardening", "language=zz&level=C9", "level=C1", "max=cheap", "max=-3",
        "max=0", "shared=none", "shared=0", "years=1e9", "rating=0", "sort=paid", "zone=Mars/Base",
        "unknown=1"
      })
  void whatCantBeReadNarrowsNothing(String query) {
    var wanted = read(query);
    assertThat(wanted.any()).isFalse();
    assertThat(wanted.query()).isEmpty();
    assertThat(wanted.zone()).isEqualTo(MADRID);
  }

  @Test
  void hoursThatRunBackwardsAreTheUsualOnes() {
    var wanted = read("shared=5&from=18&to=9");
    assertThat(wanted.from()).isEqualTo(9);
    assertThat(wanted.to()).isEqualTo(17);
  }

  @Test
  void eachFilterCanBeTakenAwayAlone() {
    var wanted = read("q=a&area=blog&area=social&max=12&shared=10&years=3");
    assertThat(wanted.without("area:blog").areas()).containsExactly(Area.SOCIAL);
    assertThat(wanted.without("max").most()).isNull();
    assertThat(wanted.without("shared").query()).doesNotContain("zone");
    assertThat(wanted.without("q").query()).startsWith("area=social");
  }

  @Test
  void hugeWordsAreCut() {
    assertThat(read("q=" + "x".repeat(5000)).words()).hasSizeLessThanOrEqualTo(200);
  }

  private static Wanted read(String query) {
    Map<String, List<String>> parameters =
        UriComponentsBuilder.fromUriString("/?" + query.replace("+", "%20"))
            .build()
            .getQueryParams()
            .entrySet()
            .stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e ->
                        e.getValue().stream()
                            .map(v -> v == null ? "" : UriUtils.decode(v, "UTF-8"))
                            .toList()));
    return Wanted.read(parameters, MADRID);
  }
}
