package org.diestra.office.booking;

import java.util.List;

/**
 * What a guest is asked.
 *
 * @param number from 1 on
 * @param choices none for an answer in words
 */
record Question(int number, String text, List<String> choices, boolean required) {
  static final int MOST = 10;
  static final int LONGEST = 200;
  static final int LONGEST_ANSWER = 1000;
  static final int MOST_CHOICES = 20;

  Question {
    choices = List.copyOf(choices);
  }

  String field() {
    return "answer" + number;
  }

  /** An answer, with the question as it was asked. */
  record Answer(int number, String question, String answer) {}
}
