package org.diestra.hiring.interviews;

import java.time.ZoneId;
import java.util.List;

/**
 * The page on which times are proposed.
 *
 * @param action where the form goes
 * @param back where one came from
 * @param heading the message that says what is done here
 * @param other whom to meet
 * @param title of the job
 * @param here the reader's zone
 * @param late whether moving now is marked
 * @param first whether this asks for a new meeting
 */
record Picker(
    String action,
    String back,
    String heading,
    String other,
    String title,
    ZoneId here,
    ZoneId there,
    List<Hours.Day> days,
    SlotsForm form,
    boolean late,
    boolean first) {}
