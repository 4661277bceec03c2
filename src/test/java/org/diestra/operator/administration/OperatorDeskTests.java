package org.diestra.operator.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.organisation;
import static org.diestra.People.signedIn;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Suspensions;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@HouseTest
@Transactional
class OperatorDeskTests {
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Organisations organisations;
  @Autowired Suspensions suspensions;

  @Test
  void theDeskTellsHowTheHouseIsAndLeadsToEveryPage() throws Exception {
    var page =
        mvc.perform(get("/operator").with(signedIn(people.operator("Olga"))))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("<b>Database</b>")))
            .andExpect(content().string(containsString(" given up")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    for (var there :
        new String[] {"jobs", "mail", "timers", "search", "rules", "files", "fees", "exchange"}) {
      assertThat(page).contains("href=\"/operator/" + there + "\"");
    }
  }

  @Test
  void peopleAreFoundByAPieceOfTheirNameTakenLiterally() throws Exception {
    var operator = people.operator("Olga");
    people.assistant("Zenobia_of Palmyra");
    people.assistant("Zenobiaxof Elsewhere");
    mvc.perform(get("/operator/people").param("q", "ENOBIA_OF").with(signedIn(operator)))
        .andExpect(content().string(containsString("Zenobia_of Palmyra")))
        .andExpect(content().string(not(containsString("Zenobiaxof"))));
  }

  @Test
  void whoIsSuspendedIsAGuestFromTheNextRequestOnUntilRestored() throws Exception {
    var operator = people.operator("Olga");
    var person = people.assistant("Prudencia");
    mvc.perform(get("/home").with(signedIn(person))).andExpect(status().isOk());
    mvc.perform(act(person, "suspension").param("why", "Two accounts").with(signedIn(operator)))
        .andExpect(redirectedUrl("/operator/people/" + person.id()));
    mvc.perform(get("/home").with(signedIn(person)))
        .andExpect(redirectedUrlPattern("/login?next=*"));
    mvc.perform(get("/operator/people/" + person.id()).with(signedIn(operator)))
        .andExpect(content().string(containsString("Two accounts")));
    mvc.perform(act(person, "suspension/end").with(signedIn(operator)));
    mvc.perform(get("/home").with(signedIn(person))).andExpect(status().isOk());
  }

  @Test
  void aSuspensionNeedsAReasonAndComesOnce() throws Exception {
    var operator = people.operator("Olga");
    var person = people.assistant("Prudencia");
    mvc.perform(act(person, "suspension").param("why", " ").with(signedIn(operator)))
        .andExpect(status().isUnprocessableContent());
    assertThat(suspensions.of(person.id())).isEmpty();
    suspensions.suspend(person.id(), "First", operator.id()).orFail();
    assertThat(refused(suspensions.suspend(person.id(), "Second", operator.id())))
        .isEqualTo("accounts.suspension.already");
    assertThat(suspensions.of(person.id()).orElseThrow().why()).isEqualTo("First");
  }

  @Test
  void nobodySuspendsThemselves() {
    var operator = people.operator("Olga");
    assertThat(refused(suspensions.suspend(operator.id(), "Tired", operator.id())))
        .isEqualTo("accounts.suspension.oneself");
  }

  @Test
  void aBusinessIsVerifiedOnceSomebodyHasLooked() throws Exception {
    var business = organisation(people.client("Claudia"));
    mvc.perform(
            post("/operator/businesses/" + business + "/verification")
                .with(csrf())
                .with(signedIn(people.operator("Olga"))))
        .andExpect(redirectedUrl("/operator/businesses/" + business));
    assertThat(organisations.get(business).verified()).isTrue();
  }

  @Test
  void aLookAtAnAccountIsRecordedAndFoundInTheTrail() throws Exception {
    var operator = people.operator("Olga");
    var person = people.assistant("Prudencia");
    mvc.perform(get("/operator/people/" + person.id()).with(signedIn(operator)));
    mvc.perform(
            get("/operator/audit")
                .param("person", operator.email())
                .param("deed", "administration read")
                .param("thing", person.id().toString())
                .with(signedIn(operator)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("<code>administration read</code>")))
        .andExpect(content().string(containsString("Prudencia")));
  }

  @Test
  void theTrailSaysInWordsWhatWasDoneAndKeepsTheNameToAskBy() throws Exception {
    var operator = people.operator("Olga");
    var person = people.assistant("Prudencia");
    suspensions.suspend(person.id(), "Twice here", operator.id()).orFail();
    var trail = get("/operator/audit").param("thing", person.id().toString());
    mvc.perform(trail.with(signedIn(operator)))
        .andExpect(content().string(containsString("Account suspended")))
        .andExpect(content().string(containsString(">active</span>")))
        .andExpect(content().string(containsString("title=\"SUSPENDED\">suspended</span>")))
        .andExpect(content().string(containsString("?deed=accounts+suspend")));
    accounts.chooseLocale(operator.id(), java.util.Locale.of("es"));
    mvc.perform(trail.with(signedIn(operator)))
        .andExpect(content().string(containsString("Cuenta suspendida")))
        .andExpect(content().string(containsString("title=\"SUSPENDED\">suspendida</span>")));
  }

  @Test
  void aFilterOfTheTrailThatCantBeReadSaysSo() throws Exception {
    mvc.perform(
            get("/operator/audit")
                .param("person", "nobody@nowhere.example")
                .param("from", "yesterday")
                .with(signedIn(people.operator("Olga"))))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("yesterday")));
  }

  private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder act(
      Viewer person, String what) {
    return post("/operator/people/" + person.id() + "/" + what).with(csrf());
  }

  private static String refused(Outcome<PersonId> outcome) {
    return ((Outcome.Refused<PersonId>) outcome).why().key();
  }
}
