package org.diestra.office.booking;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.office.booking.Appointment.Guest;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * Who comes, as a browser sends it.
 *
 * @param answers by the name of the question's field
 */
record GuestForm(@Nullable String name, @Nullable String email, Map<String, String> answers) {
  static GuestForm of(Map<String, String> fields) {
    var answers = new HashMap<String, String>();
    fields.forEach((field, text) -> {
      if (field.startsWith("answer")) {
        answers.put(field, text);
      }
    });
    return new GuestForm(fields.get("name"), fields.get("email"), answers);
  }

  static GuestForm blank() {
    return new GuestForm(null, null, Map.of());
  }

  String answer(Question question) {
    return answers.getOrDefault(question.field(), "");
  }

  Guest guest(ZoneId zone, Locale locale, Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("name", name, Guest.LONGEST_NAME, "booking.name.missing");
    var address = EmailAddress.read(email == null ? "" : email);
    if (address.isEmpty()) {
      problems.add("email", "booking.email.wrong");
    }
    return new Guest(called, address.map(EmailAddress::toString).orElse(""), zone, locale);
  }

  /** One for each question that was answered. */
  List<Question.Answer> answers(List<Question> questions, Problems problems) {
    var typed = new Typed(problems);
    var all = new ArrayList<Question.Answer>();
    for (var question : questions) {
      var said = typed.text(question.field(), answer(question), Question.LONGEST_ANSWER);
      if (said.isEmpty() && question.required()) {
        problems.add(question.field(), "booking.answer.missing");
      } else if (!question.choices().isEmpty()
          && !said.isEmpty()
          && !question.choices().contains(said)) {
        problems.add(question.field(), "booking.answer.choose");
      } else if (!said.isEmpty()) {
        all.add(new Question.Answer(question.number(), question.text(), said));
      }
    }
    return all;
  }
}
