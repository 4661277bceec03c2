package org.diestra.office.letters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the house knows by itself of a letter and of whom it is for. */
enum Field {
  NAME("name", "nombre"),
  FIRST_NAME("first_name", "nombre_de_pila"),
  SURNAME("surname", "apellidos"),
  COMPANY("company", "empresa"),
  POSITION("position", "cargo"),
  ADDRESS("address", "direccion"),
  MAIL("email", "correo"),
  PHONE("phone", "telefono"),
  DATE("date", "fecha"),
  BUSINESS("business", "negocio"),
  WRITER("signature", "firma");

  private final String english;
  private final String spanish;

  Field(String english, String spanish) {
    this.english = english;
    this.spanish = spanish;
  }

  /** As it stands in a text of that language. */
  String in(Locale language) {
    return language.getLanguage().equals("es") ? spanish : english;
  }

  /**
   * The one of that name in either language, so that a text may change its language.
   *
   * @param name folded, with underscores
   */
  static Optional<Field> named(String name) {
    return Arrays.stream(values())
        .filter(field -> field.english.equals(name) || field.spanish.equals(name))
        .findFirst();
  }
}
