package org.diestra.office.publishing;

import java.util.List;

/** What the demo's bookshop said in public, week by week. */
final class DemoNews {
  static final List<String> ARTICLES =
      List.of(
          "Abrimos la sección de poesía",
          "Club de lectura: «La plaza del Diamante»",
          "Novedades de la quincena",
          "Cuentacuentos el sábado por la mañana",
          "Encuentro con ilustradoras valencianas");

  static final List<String> POSTS =
      List.of(
          "Una librería de barrio también es un sitio donde quedarse. Hoy contamos cómo elegimos lo que ponemos en la mesa de novedades.",
          "¿Cuántos libros hacen falta para un club de lectura? Empezamos con ocho y ya somos treinta y dos.",
          "Tres lecturas breves para el tren, elegidas por quienes atienden la tienda.",
          "Buscamos a quien quiera leer en voz alta los sábados. No hace falta experiencia, sí ganas.",
          "Gracias a las cinco ilustradoras que llenaron la tienda el jueves.");

  private DemoNews() {}

  static String text(String title) {
    return title
        + " en la librería.\n\nTe esperamos **en la tienda**, de lunes a sábado, de 10 a 14 y de 17 a 20.\n\n"
        + "- Puedes reservar por teléfono.\n- La entrada es libre.";
  }
}
