"""Questions to the graph, and their answers: frozen records whose field names are the JSON's."""
