package org.diestra.platform.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.base.Ids;
import org.diestra.platform.page.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@HouseTest
@Transactional
class GivenUpControllerTests {
  /** Of the tests themselves, which no operator will ever see. */
  private static final Set<String> PROBES = Set.of("timers:probe", "timers:chain");

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired TimerStore store;
  @Autowired List<Timer> timers;
  @Autowired Words words;
  @Autowired Clock clock;

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void eachTimerHasAPlainNameInBothLanguages(String language) {
    var locale = Locale.of(language);
    var names = timers.stream().map(Timer::name).filter(name -> !PROBES.contains(name)).toList();

    assertThat(names).hasSizeGreaterThan(20);
    assertThat(names)
        .filteredOn(name -> words.of(locale, Names.words(name)).equals(Names.words(name)))
        .as("timers without a name in " + language)
        .isEmpty();
  }

  @Test
  void theListSaysWhatFailedInPlainWordsWithTheNameBesideIt() throws Exception {
    var key = Ids.text(Ids.fresh());
    var now = clock.instant();
    store.giveUp(new GivenUp("jobs:pass", key, now, 9, "as told", now));
    store.giveUp(new GivenUp("nobody:knows", key, now, 9, "as told", now));

    assertThat(page("en"))
        .contains("A job reaches its next date<br><code class=\"quiet small\">jobs:pass " + key)
        .contains("nobody:knows<br><code class=\"quiet small\">nobody:knows " + key);
    assertThat(page("es")).contains("Un encargo llega a su siguiente fecha<br>");
  }

  /** As an operator who reads that language sees it. */
  private String page(String language) throws Exception {
    var operator = people.open("Olga", language, "Europe/Madrid", true, null);
    accounts.makeOperator(operator.id(), null);
    return mvc.perform(get("/operator/timers").with(signedIn(operator)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
