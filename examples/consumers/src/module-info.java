/** Needs the library and nothing besides. */
module org.example.gap {
  requires org.fundinggap;
}
