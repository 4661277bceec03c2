package org.diestra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.AccessMatrix.Line;
import org.diestra.AccessMatrix.Mark;
import org.diestra.AccessMatrix.Role;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every route, asked by every role: for its own things and for those of others. What is written in
 * {@code access.txt} must be so, and nothing may be missing there.
 */
@HouseTest
@Transactional
class AccessMatrixTests {
  private static final List<String> HEADERS =
      List.of(
          "Content-Security-Policy",
          "X-Frame-Options",
          "X-Content-Type-Options",
          "Referrer-Policy",
          "Permissions-Policy",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy");

  private final Map<Role, PersonId> people = new EnumMap<>(Role.class);
  private final Map<String, String> things = new HashMap<>();
  private Map<String, Long> written = Map.of();
  private TransactionTemplate apart;

  @Autowired MockMvc mvc;
  @Autowired AccessThings fixture;
  @Autowired JdbcClient jdbc;
  @Autowired AccessRoutes routes;

  @Autowired
  void apartFrom(PlatformTransactionManager transactions) {
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  @Test
  void everyRouteHasItsLine() throws Exception {
    var needed = new TreeMap<>(routes.all());
    AccessMatrix.read().lines().forEach(line -> needed.remove(line.route()));
    assertThat(needed.values())
        .as(
            """
            Routes that nobody has said who may use. Add these lines to %s, with \
            the name of a thing for each {variable} and, for each ?, what that role is answered \
            (yes, login, 404); its head explains.\
            """
                .formatted(AccessMatrix.FILE))
        .withRepresentation(lines -> "\n" + String.join("\n", needed.values()) + "\n")
        .isEmpty();
  }

  @Test
  void everyLineHasItsRoute() throws Exception {
    var there = routes.all().keySet();
    var stale =
        AccessMatrix.read().lines().stream()
            .filter(line -> !there.contains(line.route()))
            .map(line -> AccessMatrix.FILE + ":" + line.number() + "  " + line)
            .toList();
    assertThat(stale).as("Lines whose route is gone or was renamed: take them out").isEmpty();
  }

  /** A line on which nobody is let in would also hold for a thing that is not there at all. */
  @Test
  void everyLineLetsSomebodyIn() throws Exception {
    assertThat(AccessMatrix.read().lines())
        .allMatch(
            line -> line.answers().containsValue("yes") || !line.namesThings(), "lets somebody in");
  }

  @TestFactory
  Stream<DynamicTest> everyRoleIsAnsweredAsWritten() throws Exception {
    var matrix = AccessMatrix.read();
    people.putAll(fixture.cast());
    things.putAll(fixture.find(matrix, people));
    AccessThings.draw(mvc, things, people.get(Role.ASSISTANT));
    written = written();
    return matrix.lines().stream()
        .filter(line -> !line.has(Mark.UNASKED))
        .map(line -> DynamicTest.dynamicTest(line.toString(), () -> check(line)));
  }

  private void check(Line line) {
    var wrong = new ArrayList<String>();
    for (var role : Role.values()) {
      var answer = ask(line, role, line.address(things::get), true);
      answer.unlike(line.answers().get(role), line).forEach(why -> wrong.add(role + ": " + why));
    }
    var welcome =
        Stream.of(Role.values())
            .filter(r -> line.answers().get(r).equals("yes"))
            .findFirst()
            .orElse(Role.GUEST);
    if (line.namesThings() && !line.has(Mark.ANYTHING)) {
      var answer = ask(line, welcome, line.address(name -> Ids.text(Ids.fresh())), true);
      answer.unlike("404", line).forEach(why -> wrong.add("made-up id: " + why));
    }
    if (line.changes() && !line.has(Mark.NO_CSRF)) {
      var answer = ask(line, welcome, line.address(things::get), false);
      answer.unlike("403", line).forEach(why -> wrong.add("no CSRF token: " + why));
    }
    assertThat(wrong).as("%s:%d  %s", AccessMatrix.FILE, line.number(), line).isEmpty();
  }

  /** Asks once and takes everything back that came of it. */
  private Answer ask(Line line, Role role, String address, boolean token) {
    var verb = HttpMethod.valueOf(line.method().replace("ANY", "GET"));
    var to = URI.create(address);
    var asked = request(verb, to).accept(MediaType.TEXT_HTML, MediaType.ALL);
    var person = people.get(role);
    if (person != null) {
      asked.with(signedIn(person));
    }
    if (line.changes() && token) {
      asked.with(csrf());
    }
    return apart.execute(savepoint -> {
      savepoint.setRollbackOnly();
      jdbc.sql("select set_config('diestra.caller', :who, true)")
          .param("who", person == null ? "" : person.value().toString())
          .query(String.class)
          .single();
      try {
        var response = mvc.perform(asked).andReturn().getResponse();
        return new Answer(response, change());
      } catch (Exception e) {
        throw new AssertionError(line + ", " + role + ": " + e, e);
      }
    });
  }

  /** The tables whose rows were added to, changed or taken out of since the last look. */
  private TreeSet<String> change() {
    var before = written;
    written = written();
    return written.entrySet().stream()
        .filter(table -> !table.getValue().equals(before.get(table.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<String, Long> written() {
    var rows = new HashMap<String, Long>();
    jdbc.sql(
            """
            select schemaname || '.' || relname as name, n_tup_ins + n_tup_upd + n_tup_del as rows
            from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0
            """)
        .query(row -> {
          rows.put(row.getString("name"), row.getLong("rows"));
        });
    return rows;
  }

  private record Answer(MockHttpServletResponse response, TreeSet<String> changed) {
    List<String> unlike(String wanted, Line line) {
      var wrong = new ArrayList<String>();
      if (!matches(wanted)) {
        wrong.add("should be " + wanted + " but is " + said());
      }
      boolean letIn = wanted.equals("yes") && (line.changes() || line.has(Mark.WRITES));
      if (!letIn && !changed.isEmpty()) {
        wrong.add("writes to " + changed);
      }
      HEADERS.stream()
          .filter(name -> response.getHeader(name) == null)
          .forEach(name -> wrong.add("lacks " + name));
      return wrong;
    }

    /** Let in is also who is asked to mend a form, or comes too late. */
    private boolean matches(String wanted) {
      int status = response.getStatus();
      return switch (wanted) {
        case "yes" ->
            status < 300
                || status == 304
                || status == 409
                || status == 422
                || status == 429
                || isOnward();
        case "login" -> isLogin();
        default -> String.valueOf(status).equals(wanted);
      };
    }

    private boolean isOnward() {
      return response.getStatus() >= 301 && response.getStatus() <= 303 && !isLogin();
    }

    private boolean isLogin() {
      var to = response.getRedirectedUrl();
      return to != null && to.startsWith("/login?next=");
    }

    private String said() {
      var to = response.getRedirectedUrl();
      return response.getStatus() + (to == null ? "" : " to " + to);
    }
  }
}
